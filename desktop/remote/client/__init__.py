"""An agent's side: fetches, verifies and keeps packs."""
