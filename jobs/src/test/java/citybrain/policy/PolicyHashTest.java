package citybrain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hash names what the policies say, and nothing else. */
final class PolicyHashTest {
  private static final String DOCUMENT = "policies/relief-fund/document.yaml";

  private final RegistryCopy copy;
  private final Path untouched;

  PolicyHashTest(@TempDir Path folder) {
    this.copy = RegistryCopy.in(folder.resolve("copy"));
    this.untouched = folder.resolve("untouched");
  }

  @Test
  void copyElsewhereHasTheSameHash() {
    assertThat(hash(copy)).isEqualTo(projectHash()).matches("[0-9a-f]{64}");
  }

  @Test
  void registryInsideAJarHasTheSameHash(@TempDir Path folder) throws IOException {
    Path jar = folder.resolve("registry.jar");
    try (FileSystem files = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      RegistryCopy inJar = RegistryCopy.in(files.getPath("/citybrain/registry"));

      assertThat(hash(inJar)).isEqualTo(projectHash());
    }
  }

  @Test
  void commentsWhiteSpaceAndOrderOfKeysDoNotCount() {
    copy.replaceFirst(
        DOCUMENT,
        "is_gazette: true\nissued_on: 2020-07-28",
        "issued_on:   2020-07-28 # day\n\nis_gazette: true");

    assertThat(hash(copy)).isEqualTo(projectHash());
  }

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "relief-fund/parameters       | value: \"30\"      | value: \"30.0\"",
        "relief-fund/parameters       | place: 第十一条    | place: 第十二条",
        "relief-fund/rules            | severity: ERROR    | severity: WARNING",
        "relief-fund/document         | en: Qingdao       | en: The Qingdao",
        "vocational-education/targets | baseline: \"42.5%\" | baseline: \"42.50%\"",
      })
  void anyChangeOfContentChangesTheHash(String file, String found, String replacement) {
    copy.replaceFirst("policies/" + file + ".yaml", found, replacement);

    assertThat(hash(copy)).isNotEqualTo(projectHash());
  }

  @Test
  void rowOfAPrintedListCounts() {
    copy.replaceFirst("policies/legal-advisers/advisers.csv", "王志乐", "王志樂");

    assertThat(hash(copy)).isNotEqualTo(projectHash());
  }

  @Test
  void orderInWhichFilesAreFoundDoesNotCountButTheirPathsDo() {
    PolicyFile first = file("a", "1");
    PolicyFile second = file("b", "2");

    assertThat(PolicyHash.of(List.of(first, second), List.of()))
        .isEqualTo(PolicyHash.of(List.of(second, first), List.of()));
    assertThat(PolicyHash.of(List.of(first, second), List.of()))
        .isNotEqualTo(PolicyHash.of(List.of(file("a", "2"), file("b", "1")), List.of()));
  }

  private static PolicyFile file(String folder, String content) {
    return new PolicyFile(
        folder, "document.yaml", JsonNodeFactory.instance.textNode(content), Set.of());
  }

  private static String hash(RegistryCopy copy) {
    return PolicyRegistry.load(copy.root()).hash();
  }

  /** Of a copy that nobody spoilt. */
  private String projectHash() {
    return hash(RegistryCopy.in(untouched));
  }
}
