package citybrain.intake.hostile;
final class HostileFileList { public static void main(String[] a) throws Exception { int i=0; for (HostileFile f: HostileFiles.all()) { String[] p = f.expected().said().toArray(String[]::new); System.out.println(i++ + "\t" + f.title() + "\t" + f.expected().outcome() + "\t" + String.join("\u0001", p)); } } }
