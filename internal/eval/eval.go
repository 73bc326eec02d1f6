// Package eval compares what the extractor finds in reports with what careful readers
// drew from them, their gold. It gives the figures of score.py, whose reading of
// civic-gold/2 and civic-extract/1 it follows to the last tie.
package eval
