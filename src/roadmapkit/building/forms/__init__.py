"""Case forms that documents print: the lock of them, and its review."""
