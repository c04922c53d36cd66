"""Findings as people and programs read them: plain, JSON, SARIF, and for code hosts."""
