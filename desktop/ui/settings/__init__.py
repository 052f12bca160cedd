"""The settings window: one page a subject; every setting applies, and is kept, at once."""
