; The Windows installer: for one user, without administrator's rights. makensis gets VERSION, BUNDLE (the
; folder to install), ICON and OUT. Silent: /S; another folder: /D=C:\path (last, without quotes).
; The agent's data lies elsewhere and is never touched here.

Target amd64-unicode ; as everything in the bundle
!include "MUI2.nsh"

Name "秒回 miaohui"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\miaohui"
InstallDirRegKey HKCU "Software\miaohui" "InstallDir"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ShowInstDetails nevershow
ShowUninstDetails nevershow

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\miaohui.exe"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\miaohui"
!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

LangString RUNNING ${LANG_SIMPCHINESE} "秒回还开着。请先在托盘图标上退出，再点“重试”。"
LangString RUNNING ${LANG_ENGLISH} "miaohui is running. Quit it from its tray icon, then retry."

; A running program holds its file: nothing is changed before it can be replaced.
!macro AWAIT_END
  IfFileExists "$INSTDIR\miaohui.exe" 0 free
  again:
    ClearErrors
    FileOpen $0 "$INSTDIR\miaohui.exe" a
    IfErrors 0 closed
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY again
    SetErrorLevel 2
    Quit
  closed:
    FileClose $0
  free:
!macroend

Section
  !insertmacro AWAIT_END
  ; what an older version had and this one has not must not stay; data is elsewhere
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\licences"
  SetOutPath "$INSTDIR"
  File /r "${BUNDLE}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\秒回.lnk" "$INSTDIR\miaohui.exe"
  WriteRegStr HKCU "Software\miaohui" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "秒回 miaohui"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\miaohui.exe"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  !insertmacro AWAIT_END
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\miaohui.exe"
  Delete "$INSTDIR\miaohui.com"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; only if nothing of the user's own is in it
  Delete "$SMPROGRAMS\秒回.lnk"
  DeleteRegValue HKCU "${RUN}" "miaohui"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\miaohui"
SectionEnd
