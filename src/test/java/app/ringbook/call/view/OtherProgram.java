package app.ringbook.call.view;

import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.JFrame;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/**
 * Another program with a text field, run as a process of its own: it prints {@code focus}, {@code
 * blur} and {@code text ...} as they happen.
 */
final class OtherProgram {
  private OtherProgram() {}

  public static void main(String[] arguments) {
    SwingUtilities.invokeLater(OtherProgram::open);
  }

  private static void open() {
    JTextField field = new JTextField(30);
    field.getDocument().addDocumentListener(new Teller(field));
    JFrame frame = new JFrame("Spreadsheet");
    frame.add(field);
    frame.setBounds(100, 100, 500, 120);
    frame.setDefaultCloseOperation(JFrame.EXIT_ON_CLOSE);
    frame.addWindowFocusListener(
        new WindowAdapter() {
          @Override
          public void windowGainedFocus(WindowEvent e) {
            System.out.println("focus");
          }

          @Override
          public void windowLostFocus(WindowEvent e) {
            System.out.println("blur");
          }
        });
    frame.setVisible(true);
    frame.toFront();
    field.requestFocus();
  }

  private record Teller(JTextField field) implements DocumentListener {
    @Override
    public void insertUpdate(DocumentEvent e) {
      tell();
    }

    @Override
    public void removeUpdate(DocumentEvent e) {
      tell();
    }

    @Override
    public void changedUpdate(DocumentEvent e) {
      tell();
    }

    private void tell() {
      System.out.println("text " + field.getText());
    }
  }
}
