package dev.whyrst.conversation.deferred;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeferredTasksTest {

    /** More than all blocks hold. */
    private static final int TASKS = 50_000;

    private static final int TASK = 7;

    private final List<Long> seen = new ArrayList<>();
    private final DeferredTasks deferred = new DeferredTasks((task, words, at, count) -> {
        assertThat(task).isEqualTo(TASK);
        assertThat(count).isEqualTo(1);
        seen.add(words[at]);
    });

    @Test
    void tasks_are_done_in_the_order_in_which_they_came() {
        addTasks(0, TASKS);
        deferred.settle();
        assertThat(seen).containsExactlyElementsOf(upTo(TASKS));
    }

    @Test
    void a_thread_does_them_in_the_same_order() {
        addTasks(0, 10);
        deferred.hire();
        addTasks(10, TASKS);
        deferred.settle();
        deferred.close();
        assertThat(seen).containsExactlyElementsOf(upTo(TASKS));
    }

    @Test
    void a_subject_is_pending_until_its_task_is_done() {
        deferred.hire();
        int at = deferred.add(TASK, 1, 42);
        deferred.words()[at] = 5;
        assertThat(deferred.isPending(42)).isTrue();
        deferred.settle();
        assertThat(deferred.isPending(42)).isFalse();
        assertThat(seen).containsExactly(5L);
        deferred.close();
    }

    @Test
    void after_it_was_closed_the_calling_thread_goes_on() {
        deferred.hire();
        addTasks(0, TASKS);
        deferred.settle();
        deferred.close();
        addTasks(TASKS, TASKS + 10);
        deferred.settle();
        assertThat(seen).containsExactlyElementsOf(upTo(TASKS + 10));
    }

    @Test
    void what_the_thread_fails_with_comes_to_who_gave_the_tasks() {
        DeferredTasks failing = new DeferredTasks((task, words, at, count) -> {
            throw new UncheckedIOException(new IOException("the disk is full"));
        });
        failing.hire();
        failing.add(TASK, 0);
        assertThatThrownBy(failing::settle)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("the disk is full");
        failing.close();
    }

    private void addTasks(int from, int to) {
        for (int i = from; i < to; i++) {
            int at = deferred.add(TASK, 1);
            deferred.words()[at] = i;
        }
    }

    private static List<Long> upTo(int end) {
        return LongStream.range(0, end).boxed().toList();
    }
}
