"""The door of the desk: who comes in, and how. django-allauth does the work, at our addresses and in our words."""
