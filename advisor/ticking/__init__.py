"""The expectations of an expert case as boxes to tick: taken apart, put into words, offered for an advice, and put together again.

Pure: takes expectations, an advice and an edition; reads no table and no clock.
"""
