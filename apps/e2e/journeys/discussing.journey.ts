import { describeAsking } from '../discussing/asking.js';
import { describeCatchingUp } from '../discussing/catching-up.js';
import { describeMailing } from '../discussing/mailing.js';
import { describeModerating } from '../discussing/moderating.js';
import { describeTogether } from '../discussing/together.js';
import { describeWithoutNetwork } from '../discussing/without-network.js';
import { demoScene } from '../running/scene.js';

// One programme, in this order: the mail that the first of them causes is on its way while the others run.
const scene = demoScene({ NOTICE_MAIL_AFTER_SECONDS: '0' });
describeAsking(scene);
describeWithoutNetwork(scene);
describeTogether(scene);
describeModerating(scene);
describeMailing(scene);
describeCatchingUp(scene);
