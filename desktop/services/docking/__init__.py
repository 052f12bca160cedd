"""Docking (吸附): our window beside a window of another program, and with it."""
