"""Pages of progress reports: the OPD's, the head's, the verifier's, everybody's."""
