package org.optimizer.model;

import java.nio.ByteBuffer;

/**
 * A {@link SpeedProfile} in a column: for each of its three arrays (seconds, windows, variance) an int32 length, an int32
 * count of the values that are not 0, and for each of those an int16 index and a float64 value; all big-endian.
 */
public final class ProfileCodec {
    private static final int HEAD = 2 * Integer.BYTES;
    private static final int ENTRY = Short.BYTES + Double.BYTES;

    private ProfileCodec() {}

    public static byte[] encode(SpeedProfile profile) {
        double[] windows = new double[profile.windowsFromKmh().length];
        for (int i = 0; i < windows.length; i++) {
            windows[i] = profile.windowsFromKmh()[i];
        }
        double[][] arrays = {profile.secondsAtKmh(), windows, profile.windowVarianceFromKmh()};
        ByteBuffer buffer = ByteBuffer.allocate(size(arrays));
        for (double[] array : arrays) {
            write(array, buffer);
        }
        return buffer.array();
    }

    public static SpeedProfile decode(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        double[] seconds = read(buffer);
        double[] windows = read(buffer);
        double[] variance = read(buffer);
        int[] counts = new int[windows.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (int) windows[i];
        }
        return new SpeedProfile(seconds, counts, variance);
    }

    private static int size(double[][] arrays) {
        int size = 0;
        for (double[] array : arrays) {
            size += HEAD + count(array) * ENTRY;
        }
        return size;
    }

    private static int count(double[] array) {
        int count = 0;
        for (double value : array) {
            count += value == 0 ? 0 : 1;
        }
        return count;
    }

    private static void write(double[] array, ByteBuffer buffer) {
        buffer.putInt(array.length).putInt(count(array));
        for (int i = 0; i < array.length; i++) {
            if (array[i] != 0) {
                buffer.putShort((short) i).putDouble(array[i]);
            }
        }
    }

    private static double[] read(ByteBuffer buffer) {
        double[] array = new double[buffer.getInt()];
        for (int left = buffer.getInt(); left > 0; left--) {
            array[Short.toUnsignedInt(buffer.getShort())] = buffer.getDouble();
        }
        return array;
    }
}
