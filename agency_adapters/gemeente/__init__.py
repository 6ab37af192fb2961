"""The municipality as an agency: bijstand, Wmo, debt counselling, and keeper of the BRP."""
