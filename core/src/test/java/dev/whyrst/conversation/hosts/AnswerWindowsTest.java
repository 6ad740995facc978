package dev.whyrst.conversation.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is remembered of windows. */
class AnswerWindowsTest {

    private final AnswerWindows windows = new AnswerWindows(10, 1);

    @Test
    void different_windows_are_kept_once_in_their_order() {
        for (int window : new int[] {9300, 65_535, 9300, 8201, 1, 65_535}) {
            windows.add(1, 2, window);
        }
        assertThat(windows.of(1, 2)).containsExactly(9300, 65_535, 8201, 1);
        assertThat(windows.of(1, 3)).isEmpty();
    }

    @Test
    void only_the_first_few_are_kept() {
        for (int window = 1; window <= 1000; window++) {
            windows.add(1, 2, window);
        }
        assertThat(windows.of(1, 2)).hasSize(52).startsWith(1, 2, 3).endsWith(52);
    }
}
