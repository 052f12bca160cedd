"""Docking (吸附): which window ours stands beside, and where exactly."""
