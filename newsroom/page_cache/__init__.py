"""Public pages are made once an edition and answered from memory: a layer of WSGI in front of Django.

layer.py     which request is answered how
addresses.py which requests ask for a page, and which page that is
copies.py    a page that was made, as it was made and as it may be kept
encodings.py how it is compressed
answers.py   how it is sent
memory.py    the copies of this process
disk.py      the copies that survive a restart, for when the database is away
watch.py     which edition is current, what was removed, and whether the database answers
"""
