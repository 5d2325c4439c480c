"""Articles that the tests of the command line read."""

MERGER = """Trusts become one

1 June 2018

Two trusts became one on 1 June 2018, when Midlands Partnership NHS Foundation Trust (MPFT) was formed by the
merger of South Staffordshire and Shropshire Healthcare NHS Foundation Trust with Staffordshire and Stoke on
Trent Partnership NHS Trust.

Ada Quill, chief executive of MPFT, said staff had worked hard for this day. The trust employs 8,500 staff and
serves a population of 1.1 million.
"""
CHAIR = """New chair at ambulance trust

3 March 2020

West Midlands Ambulance Service University NHS Foundation Trust has a new chair. Professor Ian Thistle took up
the post on Monday.

He said he would spend his first weeks with the crews.
"""
