package citybrain.intake.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/** Bytes put together. */
final class Bytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Bytes add(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  Bytes u16(int value) {
    return add(
        ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN).putShort((short) value).array());
  }

  Bytes u32(long value) {
    return add(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) value).array());
  }

  int size() {
    return out.size();
  }

  byte[] done() {
    return out.toByteArray();
  }

  static byte[] of(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  static byte[] join(byte[]... parts) {
    Bytes joined = new Bytes();
    for (byte[] part : parts) {
      joined.add(part);
    }
    return joined.done();
  }

  static byte[] percentOf(byte[] whole, int percent) {
    return Arrays.copyOf(whole, (int) ((long) whole.length * percent / 100));
  }

  static byte[] withoutLast(byte[] whole, int count) {
    return Arrays.copyOf(whole, whole.length - count);
  }

  /** The same with one bit turned. */
  static byte[] flipped(byte[] whole, int at) {
    byte[] bytes = whole.clone();
    bytes[at] ^= 1;
    return bytes;
  }

  static byte[] random(int seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  static byte[] padded(byte[] head, int length) {
    return Arrays.copyOf(head, length);
  }
}
