package citybrain.intake.hostile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A zip written field by field, so that every field can lie. */
final class RawZip {
  static final int STORED = 0;
  static final int DEFLATED = 8;
  private static final int UTF8_NAME = 0x800;

  private final Bytes bytes = new Bytes();
  private final List<Member> members = new ArrayList<>();

  /** One member; what is not set is true. */
  static final class Member {
    private final byte[] name;
    private int flags;
    private int method = DEFLATED;
    private byte[] packed = new byte[0];
    private long size;
    private long crc;
    private long packedSize = -1;
    private long attributes;
    private long offset;

    private Member(byte[] name, int flags) {
      this.name = name;
      this.flags = flags;
    }

    Member content(byte[] content) {
      packed = deflate(content);
      size = content.length;
      CRC32 sum = new CRC32();
      sum.update(content);
      crc = sum.getValue();
      return this;
    }

    Member stored(byte[] content) {
      content(content);
      packed = content;
      method = STORED;
      return this;
    }

    /** The given text so many times; packed piece by piece, so that it costs little to make. */
    Member repeated(byte[] piece, int times) {
      byte[] once = deflatedPiece(piece);
      Bytes all = new Bytes();
      for (int i = 0; i < times; i++) {
        all.add(once);
      }
      packed = all.add(Bytes.of(3, 0)).done();
      size = (long) piece.length * times;
      return this;
    }

    /** Once the head, so many times the piece, once the tail; its check sum is wrong. */
    Member repeated(byte[] head, byte[] piece, int times, byte[] tail) {
      repeated(piece, times);
      packed = Bytes.join(deflatedPiece(head), Bytes.withoutLast(packed, 2), deflate(tail));
      size += head.length + tail.length;
      return this;
    }

    /** One bit turned in the middle of the packed bytes. */
    Member damaged() {
      packed = Bytes.flipped(packed, packed.length / 2);
      return this;
    }

    Member saysSize(long value) {
      size = value;
      return this;
    }

    Member saysCrc(long value) {
      crc = value;
      return this;
    }

    Member saysPackedSize(long value) {
      packedSize = value;
      return this;
    }

    Member flag(int bits) {
      flags |= bits;
      return this;
    }

    Member method(int value) {
      method = value;
      return this;
    }

    /** File type and rights as Unix writes them. */
    Member unixMode(int mode) {
      attributes = (long) mode << 16;
      return this;
    }
  }

  private static byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(content);
    deflater.finish();
    return drained(deflater, Deflater.NO_FLUSH);
  }

  private static byte[] deflatedPiece(byte[] piece) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(piece);
    return drained(deflater, Deflater.FULL_FLUSH);
  }

  private static byte[] drained(Deflater deflater, int flush) {
    Bytes out = new Bytes();
    byte[] buffer = new byte[1 << 16];
    for (int n = deflater.deflate(buffer, 0, buffer.length, flush);
        n > 0;
        n = deflater.deflate(buffer, 0, buffer.length, flush)) {
      out.add(Arrays.copyOf(buffer, n));
    }
    deflater.end();
    return out.done();
  }

  static Member member(String name) {
    return new Member(name.getBytes(StandardCharsets.UTF_8), UTF8_NAME);
  }

  /** A name in bytes of whatever code page. */
  static Member member(byte[] name) {
    return new Member(name, 0);
  }

  RawZip add(Member member) {
    member.offset = bytes.size();
    bytes.u32(0x04034b50).u16(20).u16(member.flags).u16(member.method).u32(0x50844000L);
    bytes.u32(member.crc).u32(packedSize(member)).u32(member.size);
    bytes.u16(member.name.length).u16(0).add(member.name).add(member.packed);
    members.add(member);
    return this;
  }

  /** A second directory entry for bytes that another member holds already. */
  RawZip addOverlapping(String name, Member other) {
    Member twin = member(name);
    twin.method = other.method;
    twin.packed = other.packed;
    twin.size = other.size;
    twin.crc = other.crc;
    twin.offset = other.offset;
    members.add(twin);
    return this;
  }

  /** Bytes that no directory entry names. */
  RawZip addBytes(byte[] hidden) {
    bytes.add(hidden);
    return this;
  }

  private static long packedSize(Member member) {
    return member.packedSize < 0 ? member.packed.length : member.packedSize;
  }

  byte[] done() {
    return done(members.size(), new byte[0]);
  }

  byte[] done(int saidMembers, byte[] comment) {
    int start = bytes.size();
    for (Member member : members) {
      bytes.u32(0x02014b50).u16(0x0314).u16(20).u16(member.flags).u16(member.method);
      bytes.u32(0x50844000L).u32(member.crc).u32(packedSize(member)).u32(member.size);
      bytes.u16(member.name.length).u16(0).u16(0).u16(0).u16(0);
      bytes.u32(member.attributes).u32(member.offset).add(member.name);
    }
    int length = bytes.size() - start;
    bytes.u32(0x06054b50).u16(0).u16(0).u16(saidMembers).u16(saidMembers);
    bytes.u32(length).u32(start).u16(comment.length).add(comment);
    return bytes.done();
  }

  /** A zip with one honest member. */
  static byte[] of(String name, byte[] content) {
    return new RawZip().add(member(name).content(content)).done();
  }
}
