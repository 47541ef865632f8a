import { ModerationDoor } from '../ModerationDoor.js';
import { ModerationFrame } from '../ModerationFrame.js';
import { CaseQueue } from './CaseQueue.js';

/** The queue of one space. */
export function SpaceModerationPage() {
  return (
    <ModerationDoor>
      {(space) => (
        <ModerationFrame space={space}>
          <CaseQueue spaceId={space.id} />
        </ModerationFrame>
      )}
    </ModerationDoor>
  );
}
