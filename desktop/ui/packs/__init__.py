"""Packs in the window: what came, and what is published."""
