"""What the agent calls themselves to customers."""

from __future__ import annotations

from desktop.services.settings import line

AGENT_NAME = line("agent.name")
"""Fills ``{{ 客服 }}``."""
