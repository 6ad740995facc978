package dev.whyrst.capture;

/** Finds the next block of a known type that has the same possible length at both ends. */
final class PcapngResynchroniser extends Resynchroniser {

    private final boolean bigEndian;

    PcapngResynchroniser(boolean bigEndian) {
        this.bigEndian = bigEndian;
    }

    @Override
    boolean begins(byte[] bytes, int at, int limit, boolean last) {
        if (limit - at < PcapngBlock.MIN_LENGTH) {
            return false;
        }
        boolean order = bigEndian;
        int type = Bytes.i32(bytes, at, bigEndian);
        if (type == PcapngBlock.SECTION_HEADER) {
            int magic = Bytes.big32(bytes, at + 8);
            if (!PcapngBlock.isByteOrderMagic(magic)) {
                return false;
            }
            order = magic == PcapngBlock.BYTE_ORDER_MAGIC;
        }
        if (!PcapngBlock.isFoundBehindDamage(type)) {
            return false;
        }
        long length = Bytes.u32(bytes, at + 4, order);
        return length >= PcapngBlock.minLength(type)
                && (length & 3) == 0
                && length <= limit - at
                && Bytes.u32(bytes, at + (int) length - 4, order) == length;
    }
}
