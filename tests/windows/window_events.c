/* What Windows tells of every window and Wine 8 does not: a hook in each program that tells it. */
#include <windows.h>

static void tell(DWORD event, HWND window) { NotifyWinEvent(event, window, OBJID_WINDOW, CHILDID_SELF); }

__declspec(dllexport) LRESULT CALLBACK after_message(int code, WPARAM current, LPARAM about)
{
    const CWPRETSTRUCT *message = (const CWPRETSTRUCT *)about;
    if (code == HC_ACTION) {
        HWND window = message->hwnd;
        if (message->message == WM_WINDOWPOSCHANGED) {
            UINT flags = ((const WINDOWPOS *)message->lParam)->flags;
            if (flags & SWP_SHOWWINDOW) tell(EVENT_OBJECT_SHOW, window);
            if (flags & SWP_HIDEWINDOW) tell(EVENT_OBJECT_HIDE, window);
            if ((flags & (SWP_NOMOVE | SWP_NOSIZE)) != (SWP_NOMOVE | SWP_NOSIZE))
                tell(EVENT_OBJECT_LOCATIONCHANGE, window);
        }
        if (message->message == WM_SIZE)
            tell(message->wParam == SIZE_MINIMIZED ? EVENT_SYSTEM_MINIMIZESTART
                                                   : EVENT_SYSTEM_MINIMIZEEND, window);
        if (message->message == WM_ACTIVATE && LOWORD(message->wParam))
            tell(EVENT_SYSTEM_FOREGROUND, window);
        if (message->message == WM_SETTEXT) tell(EVENT_OBJECT_NAMECHANGE, window);
        if (message->message == WM_NCDESTROY) tell(EVENT_OBJECT_DESTROY, window);
    }
    return CallNextHookEx(NULL, code, current, about);
}

BOOL WINAPI DllMainCRTStartup(HINSTANCE dll, DWORD reason, LPVOID reserved) { return TRUE; }
