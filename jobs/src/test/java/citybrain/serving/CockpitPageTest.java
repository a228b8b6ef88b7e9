package citybrain.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The page in a real browser, opened from the disk, at a desk's and a telephone's width. */
final class CockpitPageTest {
  private static final Path BROWSER = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final String DESK_AND_TELEPHONE = "width {0} px";

  /** Held, because loggers are collected: Selenium warns of each browser newer than itself. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private static @Nullable Browser started;

  private record Browser(ChromeDriver driver, Path directory) {}

  @BeforeAll
  static void startBrowser(@TempDir Path directory) {
    assertThat(Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER))
        .as(
            "The cockpit page is tested in Chromium: install the Debian packages chromium and"
                + " chromium-driver (bin/test does).")
        .isTrue();
    SELENIUM.setLevel(Level.SEVERE);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(BROWSER.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--force-device-scale-factor=1");
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    // Both executables are named: Selenium never looks for a driver on the network.
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    started = new Browser(new ChromeDriver(service, options), directory);
  }

  @AfterAll
  static void endBrowser() {
    if (started != null) {
      started.driver().quit();
    }
  }

  @ParameterizedTest(name = DESK_AND_TELEPHONE)
  @CsvSource({"1440, 900", "390, 844"})
  void everyChartIsDrawnInsideItsFrame(int width, int height) throws IOException {
    ChromeDriver browser = open(SampleCockpit.page(), width, height);

    List<WebElement> charts = browser.findElements(By.cssSelector(".plot canvas"));
    assertThat(charts).hasSize(3);
    for (WebElement chart : charts) {
      assertThat(chart.getSize().getWidth()).isBetween(250, width);
      assertThat(chart.getSize().getHeight()).isGreaterThan(200);
      // Painted: a canvas has more colours than its empty ground.
      assertThat(
              number(
                  browser,
                  "const c=arguments[0],p=new"
                      + " Uint32Array(c.getContext('2d').getImageData(0,0,c.width,c.height).data.buffer);"
                      + "return new Set(p).size",
                  chart))
          .isGreaterThan(10);
    }
  }

  @ParameterizedTest(name = DESK_AND_TELEPHONE)
  @CsvSource({"1440, 900", "390, 844"})
  void pageFitsTheWidth(int width, int height) throws IOException {
    ChromeDriver browser = open(SampleCockpit.page(), width, height);

    assertThat(number(browser, "return window.innerWidth")).isEqualTo(width);
    assertThat(number(browser, "return document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(width);
    assertThat(
            strings(
                browser,
                "return [...document.querySelectorAll('main *')].filter(e=>!e.closest('.scroll,caption,.cards"
                    + " thead') && e.getBoundingClientRect().right >"
                    + " innerWidth+0.5).map(e=>e.outerHTML.slice(0,120))"))
        .isEmpty();
  }

  @ParameterizedTest(name = DESK_AND_TELEPHONE)
  @CsvSource({"1440, 900", "390, 844"})
  void accessibilityCheckerFindsNothing(int width, int height) throws IOException {
    ChromeDriver browser = open(SampleCockpit.page(), width, height);
    browser.executeScript("document.querySelectorAll('details').forEach(d => d.open = true)");

    List<Rule> violations = new AxeBuilder().analyze(browser).getViolations();

    assertThat(violations).extracting(Rule::getId, Rule::getNodes).isEmpty();
  }

  @Test
  void emptyReleaseIsAccessibleAndSaysThatNothingIsThere() throws IOException {
    ChromeDriver browser = open(SampleCockpit.emptyPage(), 390, 844);

    assertThat(new AxeBuilder().analyze(browser).getViolations()).extracting(Rule::getId).isEmpty();
    assertThat(browser.findElements(By.cssSelector(".nothing"))).hasSizeGreaterThanOrEqualTo(4);
    assertThat(browser.findElements(By.cssSelector(".simulated, .notice"))).isEmpty();
    assertThat(severe(browser)).isEmpty();
  }

  @Test
  void pageAsksTheNetworkForNothingAndTheConsoleIsSilent() throws IOException {
    ChromeDriver browser = open(SampleCockpit.page(), 1440, 900);

    assertThat(severe(browser)).isEmpty();
    assertThat(strings(browser, "return performance.getEntriesByType('resource').map(e=>e.name)"))
        .isEmpty();
    assertThat(requests(browser)).hasSize(1).allMatch(request -> request.contains("file:///"));
  }

  @Test
  void scriptAddedToThePageIsNotRun() throws IOException {
    ChromeDriver browser = open(SampleCockpit.page(), 1440, 900);

    browser.executeScript(
        "const s=document.createElement('script');s.textContent='window.intruder=1';"
            + "document.body.append(s)");

    assertThat(browser.executeScript("return typeof window.intruder")).isEqualTo("undefined");
    assertThat(severe(browser)).anyMatch(message -> message.contains("Content Security Policy"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "</script><b>粗体</b>",
    "<script>window.intruder=1</script>",
    "\"><img src=x onerror=window.intruder=1>",
    "</table></main><h1>假</h1>",
    "&lt;b&gt;",
  })
  void textFromATableStaysText(String text) throws IOException {
    ChromeDriver browser = open(SampleCockpit.pageSaying(text), 1440, 900);

    assertThat(browser.findElements(By.cssSelector("main b, main img, main script"))).isEmpty();
    assertThat(browser.findElements(By.tagName("h1"))).hasSize(1);
    assertThat(browser.executeScript("return typeof window.intruder")).isEqualTo("undefined");
    assertThat(browser.findElement(By.cssSelector(".signal h4")).getText()).isEqualTo(text);
    assertThat(browser.findElement(By.cssSelector(".plot")).getDomAttribute("aria-label"))
        .startsWith(text);
    assertThat(browser.findElements(By.cssSelector(".plot canvas"))).hasSize(1);
    assertThat(severe(browser)).isEmpty();
    assertThat(requests(browser)).hasSize(1);
  }

  @Test
  void everySimulatedFigureCarriesItsBadgeAndNoOther() throws IOException {
    CockpitPage page = SampleCockpit.page();
    ChromeDriver browser = open(page, 1440, 900);

    Map<String, Long> expected =
        Map.of(
            ".signal", page.economy().signals().stream().filter(s -> s.isSimulated()).count(),
            ".points tbody tr",
                page.economy().trends().stream()
                    .flatMap(t -> t.points().stream())
                    .filter(p -> p.isSimulated())
                    .count(),
            ".indicators tbody tr",
                page.education().programmes().get(0).indicators().stream()
                    .filter(i -> i.isSimulated())
                    .count(),
            ".rules tbody tr", 3L,
            ".findings tbody tr", 50L);
    expected.forEach(
        (figures, count) -> {
          assertThat(number(browser, marked(figures, "true", true))).as(figures).isEqualTo(count);
          assertThat(number(browser, marked(figures, "true", false))).as(figures).isZero();
          assertThat(number(browser, marked(figures, "false", true))).as(figures).isZero();
        });
    assertThat(browser.findElements(By.cssSelector(".trend figcaption .simulated"))).hasSize(1);
    assertThat(browser.findElement(By.cssSelector(".notice")).getText())
        .contains("经济监测：部分为模拟数据", "资金合规：全部为模拟数据");
  }

  @Test
  void everyFigureNamesItsClauseAndHowToWalkBack() throws IOException {
    ChromeDriver browser = open(SampleCockpit.page(), 1440, 900);

    for (String figures : List.of(".signal", ".indicators tbody tr", ".findings tbody tr")) {
      assertThat(
              strings(
                  browser,
                  "return [...document.querySelectorAll('"
                      + figures
                      + "')].map(e=>e.querySelector('.trace').textContent)"))
          .isNotEmpty()
          .allMatch(trace -> trace.startsWith("依据：") && trace.contains("追溯：explain "));
    }
    assertThat(browser.findElements(By.cssSelector(".trend > .trace code"))).hasSize(4);
  }

  @Test
  void targetThatTheGazetteLeavesOpenIsSaidToBeUnset() throws IOException {
    ChromeDriver browser = open(SampleCockpit.page(), 1440, 900);

    WebElement row =
        browser.findElements(By.cssSelector(".indicators tbody tr")).stream()
            .filter(one -> one.getText().contains("高职院校在校生规模"))
            .findFirst()
            .orElseThrow();
    assertThat(row.getText()).contains("无基数", "未设目标", "原文“/”", "81200", "无法评估");
    assertThat(row.findElements(By.cssSelector(".bullet"))).isEmpty();
  }

  @Test
  void longListShowsTheGravestAndSaysHowManyThereAre() throws IOException {
    ChromeDriver browser = open(SampleCockpit.page(), 1440, 900);

    assertThat(browser.findElements(By.cssSelector(".findings tbody tr")))
        .hasSize(FindingReader.SHOWN);
    assertThat(browser.findElement(By.id("funds")).getText()).contains("待处理 1,284 件");
    assertThat(browser.findElement(By.cssSelector(".findings tbody tr .chip")).getText())
        .isEqualTo("逾期未办");
  }

  @Test
  void chartShowsPublishedComputedMergedAndBrokenPoints() throws IOException {
    ChromeDriver browser = open(SampleCockpit.page(), 1440, 900);

    assertThat(series(browser, 0)).containsExactly("公布值 22", "计算值 11", "合并月份 2");
    assertThat(series(browser, 1)).containsExactly("公布值 7", "计算值 7", "不可比 1");
    assertThat(series(browser, 2)).containsExactly("公布值 11", "合并月份 1");
  }

  @Test
  void sameModelGivesTheSameBytes() {
    assertThat(CockpitWriter.html(SampleCockpit.page()))
        .isEqualTo(CockpitWriter.html(SampleCockpit.page()));
  }

  /** Names of a chart's series, each with the number of points that have a value. */
  private static List<String> series(ChromeDriver browser, int chart) {
    return strings(
        browser,
        "return echarts.getInstanceByDom(document.querySelectorAll('.plot')["
            + chart
            + "]).getOption().series.map(s=>s.name+' '+s.data.filter(p=>p[1]!==null).length)");
  }

  private static String marked(String figures, String simulated, boolean hasBadge) {
    return "return [...document.querySelectorAll('"
        + figures
        + "')].filter(e=>e.dataset.simulated==='"
        + simulated
        + "' && !!e.querySelector('.simulated')==="
        + hasBadge
        + ").length";
  }

  private static ChromeDriver open(CockpitPage page, int width, int height) throws IOException {
    Browser open = Objects.requireNonNull(started);
    ChromeDriver browser = open.driver();
    // A window cannot be as narrow as a telephone; the emulated screen can.
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
    Path file = open.directory().resolve("cockpit.html");
    Files.writeString(file, CockpitWriter.html(page), StandardCharsets.UTF_8);
    browser.get("about:blank");
    browser.manage().logs().get(LogType.BROWSER);
    browser.manage().logs().get(LogType.PERFORMANCE);
    browser.get(file.toUri().toString());
    return browser;
  }

  private static List<String> severe(ChromeDriver browser) {
    return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  private static List<String> requests(ChromeDriver browser) {
    return browser.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(LogEntry::getMessage)
        .filter(message -> message.contains("\"Network.requestWillBeSent\""))
        .toList();
  }

  private static long number(ChromeDriver browser, String script, Object... arguments) {
    return ((Number) Objects.requireNonNull(browser.executeScript(script, arguments))).longValue();
  }

  private static List<String> strings(ChromeDriver browser, String script) {
    return ((List<?>) Objects.requireNonNull(browser.executeScript(script)))
        .stream().map(String::valueOf).toList();
  }
}
