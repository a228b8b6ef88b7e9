package citybrain.policy;

/** A name in Chinese, as officials use it, and in English. */
public record Text(String zh, String en) {}
