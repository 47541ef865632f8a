import { describeEveryPage } from '../looking/every-page.js';
import { describeWhatOpens } from '../looking/opened.js';
import { demoScene } from '../running/scene.js';

// Nothing here is changed by anybody: one programme is enough for all that is only looked at.
const scene = demoScene();
describeEveryPage(scene);
describeWhatOpens(scene);
