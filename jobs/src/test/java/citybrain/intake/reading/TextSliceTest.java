package citybrain.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TextSliceTest {
  private static List<DeliveredRow> rows(byte[] content, TextSlice slice, Charset charset) {
    TextFile.Recognised text =
        new TextFile.Recognised(new TextEncoding(charset, 0, 100, "given", false), ',', false);
    List<DeliveredRow> rows = new ArrayList<>();
    try (RowCursor cursor = TextFile.sheet("", DeliveredBytes.of(content), text, slice).rows()) {
      cursor.forEachRemaining(rows::add);
    }
    return rows;
  }

  /** Cells that are quoted where they must be, and cells with a quote that opens nothing. */
  @Provide
  Arbitrary<String> lines() {
    Arbitrary<String> plain =
        Arbitraries.strings().withChars('a', '1', '青', '岛', '啊', '丂', ' ', '|').ofMaxLength(6);
    Arbitrary<String> quoted =
        Arbitraries.strings()
            .withChars('a', '青', '丂', ',', '\n', '"')
            .ofMaxLength(6)
            .map(text -> "\"" + text.replace("\"", "\"\"") + "\"");
    Arbitrary<String> stray = plain.map(text -> "x" + text + "\"\"\"" + text);
    Arbitrary<String> line =
        Arbitraries.oneOf(plain, quoted, stray)
            .list()
            .ofMinSize(1)
            .ofMaxSize(4)
            .map(cells -> String.join(",", cells));
    return line.list().ofMinSize(1).ofMaxSize(30).map(all -> String.join("\r\n", all) + "\r\n");
  }

  @Property(tries = 300)
  void slicesTogetherGiveTheRowsOfTheWholeFileWithTheirLines(
      @ForAll("lines") String text, @ForAll @IntRange(min = 1, max = 60) int bytesASlice)
      throws IOException {
    for (Charset charset : List.of(StandardCharsets.UTF_8, TextEncoding.GB18030)) {
      byte[] content = text.getBytes(charset);
      List<DeliveredRow> whole = rows(content, TextSlice.WHOLE, charset);
      List<DeliveredRow> together = new ArrayList<>();
      List<TextSlice> slices = TextSlice.cut(new ByteArrayInputStream(content), ',', bytesASlice);
      for (TextSlice slice : slices) {
        together.addAll(rows(content, slice, charset));
      }
      assertThat(together).isEqualTo(whole);
    }
  }

  @Test
  void lineEndWithinQuotesIsNoPlaceToCut() throws IOException {
    byte[] content = "a,\"1\n2\n3\"\nb,4\n".getBytes(StandardCharsets.UTF_8);
    assertThat(TextSlice.cut(new ByteArrayInputStream(content), ',', 1))
        .containsExactly(
            new TextSlice(0, 10, 1), new TextSlice(10, 14, 4), new TextSlice(14, TextSlice.END, 5));
  }
}
