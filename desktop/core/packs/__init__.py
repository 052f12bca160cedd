"""Packs: one shop's phrases and rules, read from what a team writes and checked."""
