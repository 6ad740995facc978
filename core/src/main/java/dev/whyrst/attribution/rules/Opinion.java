package dev.whyrst.attribution.rules;

/** What a rule says of a RST: that its cause may be behind it, or why that is not considered. */
public interface Opinion {

    /**
     * The opinion of a rule that claims nothing.
     *
     * @param because a clause that says what is missing, such as {@code the RST does not have the form of an abort}
     */
    static Opinion no(String because) {
        return new Unclaimed(because);
    }

    /**
     * A cause that is not considered.
     *
     * @param because what is missing for it, as a clause
     */
    record Unclaimed(String because) implements Opinion {}
}
