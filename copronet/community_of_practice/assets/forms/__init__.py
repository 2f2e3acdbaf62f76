"""Adding and changing an asset, choosing what the map shows, answering what is asked."""
