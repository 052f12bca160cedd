"""The phrase room: found by typing or pointing, filled in, pasted; the agent's own kept."""
