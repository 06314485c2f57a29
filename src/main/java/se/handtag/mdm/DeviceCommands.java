package se.handtag.mdm;

import feign.Param;
import feign.RequestLine;

/**
 * Commands to devices. That a method returns means that the MDM took the command, never that the device has carried it
 * out. Every method throws {@link MdmException} and nothing else.
 */
public interface DeviceCommands {

    /** Sends whichever command it is. Source: C1 to C7. */
    @Writes
    default void send(DeviceId id, DeviceCommand command) {
        switch (command) {
            case DeviceCommand.Inventory _ -> inventoryDevice(id);
            case DeviceCommand.InstallApp install -> installApp(id, install);
            case DeviceCommand.RemoveApp remove -> removeApp(id, remove);
            case DeviceCommand.Lock _ -> lockDevice(id);
            case DeviceCommand.Wipe _ -> wipeDevice(id);
            case DeviceCommand.ClearPasscode _ -> clearPasscode(id);
            case DeviceCommand.SendMessage message -> sendMessage(id, message);
        }
    }

    /** Asks the device what it holds. Source: C1. */
    @Writes
    @Operation("C1")
    @RequestLine("POST /devices/{id}/inventorydevice")
    void inventoryDevice(@Param("id") DeviceId id);

    /** Installs an app. Source: C2. */
    @Writes
    @Operation("C2")
    @RequestLine("POST /devices/{id}/installapp")
    void installApp(@Param("id") DeviceId id, DeviceCommand.InstallApp command);

    /** Removes an app. Source: C3. */
    @Writes
    @Operation("C3")
    @RequestLine("POST /devices/{id}/removeapp")
    void removeApp(@Param("id") DeviceId id, DeviceCommand.RemoveApp command);

    /** Locks the screen. Source: C4. */
    @Writes
    @Operation("C4")
    @RequestLine("POST /devices/{id}/lockdevice")
    void lockDevice(@Param("id") DeviceId id);

    /** Erases everything on the device. Source: C5. */
    @Writes
    @Operation("C5")
    @RequestLine("POST /devices/{id}/wipedevice")
    void wipeDevice(@Param("id") DeviceId id);

    /** Takes the passcode off the device. Source: C6. */
    @Writes
    @Operation("C6")
    @RequestLine("POST /devices/{id}/clearpasscode")
    void clearPasscode(@Param("id") DeviceId id);

    /** Shows a text on the device. Source: C7. */
    @Writes
    @Operation("C7")
    @RequestLine("POST /devices/{id}/sendmessage")
    void sendMessage(@Param("id") DeviceId id, DeviceCommand.SendMessage command);
}
