"""Packs: what a party or a group is sent, made, told of and written."""
