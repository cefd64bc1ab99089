import csharp from '../../../docs/receivers/Receiver.cs?raw';
import java from '../../../docs/receivers/Receiver.java?raw';
import node from '../../../docs/receivers/receiver.mjs?raw';
import php from '../../../docs/receivers/receiver.php?raw';
import python from '../../../docs/receivers/receiver.py?raw';
import type { ReceiverLanguage } from '../../../shared/receivers/receiver-settings.ts';

/** The receivers of the documentation, as its tests run them. */
export const receiverFiles: Readonly<Record<ReceiverLanguage, string>> = {
  php,
  node,
  python,
  csharp,
  java,
};
