"""Measures miaohui from outside, side by side with its floor and its peers: see README.md."""
