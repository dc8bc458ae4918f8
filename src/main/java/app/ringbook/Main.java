package app.ringbook;

/** Start of the program: the command line and the window share it. */
public final class Main {
  private Main() {}

  /** Runs the command named by the arguments, or opens the window. */
  public static void main(String[] args) {
    System.out.println("Ringbook");
  }
}
