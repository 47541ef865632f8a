import { describeKeyboard } from '../changing/keyboard.js';
import { describeSettings } from '../changing/settings.js';
import { describeWriting } from '../changing/writing.js';
import { demoScene } from '../running/scene.js';

// What these change, none of the others looks at: they share one programme, in this order.
const scene = demoScene();
describeWriting(scene);
describeKeyboard(scene);
describeSettings(scene);
