"""Phrases: their model, their templates, and how they are found."""
