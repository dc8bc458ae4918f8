package app.ringbook.app;

import app.ringbook.call.view.KitDecisions;
import app.ringbook.call.view.KitSwitches;
import app.ringbook.call.view.LaboratoryCard;
import app.ringbook.call.view.LaboratoryModel;
import app.ringbook.call.view.LockedRecordings;
import app.ringbook.call.view.MissedCard;
import app.ringbook.call.view.PhoneKitModel;
import app.ringbook.call.view.PhoneKitSection;
import app.ringbook.call.view.RecordingCareCard;
import app.ringbook.call.view.RecordingCareModel;
import app.ringbook.call.view.StoredCallsBook;
import app.ringbook.call.view.TestCallCard;
import app.ringbook.call.view.TestCallModel;
import app.ringbook.platform.Subscription;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.driver.Drivers;
import app.ringbook.telephony.link.PhoneLink;
import app.ringbook.telephony.serial.SerialPorts;
import app.ringbook.telephony.sound.SoundDevice;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Fx;
import app.ringbook.ui.WindowTools;
import java.util.List;

/** The settings of the phone kit with everything behind them. */
final class PhoneKitScreen {
  private final Wiring house;
  private final PhoneLine phone;
  private final WindowTools tools;
  private final FileChoice files;
  private final StoredCallsBook calls;
  private final PhoneKitSection section;
  private Subscription following = () -> {};

  PhoneKitScreen(
      Wiring house, PhoneLine phone, WindowTools tools, FileChoice files, StoredCallsBook calls) {
    this.house = house;
    this.phone = phone;
    this.tools = tools;
    this.files = files;
    this.calls = calls;
    PhoneKitModel kits = kits();
    RecordingCareModel care = house.soundCare().model(tools.background(), phone::unlocked);
    section =
        new PhoneKitSection(
                kits,
                phone.model(),
                house.recordings(),
                phone::ringSimulated,
                tools.background(),
                files,
                tools.language(),
                tools.formats(),
                tools.toasts(),
                house.clock())
            .with(switches(), tools.dialogs())
            .with(decisions())
            .with(new MissedCard(house.settings(), tools.language()))
            .with(laboratory(kits))
            .with(testCall());
    section.with(
        new RecordingCareCard(care, tools.dialogs(), tools.language(), tools.toasts()), care);
    new LockedRecordings(care, tools.dialogs(), tools.language(), tools.toasts()).watch();
  }

  PhoneKitSection section() {
    return section;
  }

  /** To be closed with the window. */
  Subscription following() {
    return following;
  }

  private PhoneKitModel kits() {
    return new PhoneKitModel(
            house.settings(),
            new SerialPorts()::list,
            Drivers.ALL.stream().map(PhoneDriver::name).toList(),
            phone.model(),
            kit -> phone.kits().link(kit).map(PhoneLink::caps),
            tools.background())
        .withSound(
            SoundDevice::names,
            driver ->
                Drivers.byName(driver)
                    .map(d -> d.caps().hook() && !d.caps().recording())
                    .orElse(false));
  }

  private KitSwitches switches() {
    return new KitSwitches(
        kit -> phone.kits().link(kit).flatMap(link -> link.upkeep(PhoneDriver.Session::switches)),
        (kit, wanted) ->
            phone.kits().link(kit).ifPresent(link -> phone.kits().setSwitches(link.kit(), wanted)));
  }

  private KitDecisions decisions() {
    return new KitDecisions(
        kit -> Drivers.byName(kit.driver()).map(PhoneDriver::countries).orElse(List.of()),
        phone.kits().orders()::country,
        phone.kits()::country,
        kit ->
            phone.kits().link(kit).map(link -> link.upkeep(PhoneDriver.Session::leftOut)).orElse(0),
        phone.kits()::takeAll);
  }

  private LaboratoryCard laboratory(PhoneKitModel kits) {
    return new LaboratoryCard(
        new LaboratoryModel(phone.tap(), phone.model(), kits, house.clock()),
        tools.background(),
        files,
        tools.language(),
        tools.toasts());
  }

  private TestCallCard testCall() {
    TestCallModel trial = new TestCallModel(phone.model(), house.clock());
    following = phone.saved().add(call -> Fx.later(() -> trial.saved(call)));
    phone.foldWhile(trial.watchedProperty());
    return new TestCallCard(
        trial, calls::open, tools.background(), tools.language(), tools.formats());
  }
}
