"""Makes what is installed: bundles with Python and Qt in them, and Windows' installer."""
