"""Competing hypotheses: what the matrices of a map come to under every scoring rule, and what would change that.

Way in: `engine.matrices` for all questions of a map; what comes out is `result.MatrixAnalysis`, data only.
"""
