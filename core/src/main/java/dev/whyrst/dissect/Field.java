package dev.whyrst.dissect;

/** A header field as people read it; numbers are decimal, with their hexadecimal form where people use that. */
public record Field(String name, String value) {}
