package dev.whyrst.capture;

import java.io.File;
import java.io.Serializable;
import java.util.Comparator;

/** Orders files by name, runs of digits by their value: {@code trace.pcap9} before {@code trace.pcap10}. */
final class FileOrder implements Comparator<File>, Serializable {

    static final FileOrder INSTANCE = new FileOrder();

    private static final long serialVersionUID = 1L;

    private FileOrder() {}

    @Override
    public int compare(File one, File other) {
        String a = one.getPath();
        String b = other.getPath();
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int order;
            if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
                int endOfA = endOfDigits(a, i);
                int endOfB = endOfDigits(b, j);
                order = compareNumbers(a.substring(i, endOfA), b.substring(j, endOfB));
                i = endOfA;
                j = endOfB;
            } else {
                order = Character.compare(a.charAt(i++), b.charAt(j++));
            }
            if (order != 0) {
                return order;
            }
        }
        int rest = Integer.compare(a.length() - i, b.length() - j);
        return rest != 0 ? rest : a.compareTo(b);
    }

    private static int compareNumbers(String a, String b) {
        String shortA = withoutZeros(a);
        String shortB = withoutZeros(b);
        int order = Integer.compare(shortA.length(), shortB.length());
        return order != 0 ? order : shortA.compareTo(shortB);
    }

    private static String withoutZeros(String digits) {
        int zeros = 0;
        while (zeros < digits.length() && digits.charAt(zeros) == '0') {
            zeros++;
        }
        return digits.substring(zeros);
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
