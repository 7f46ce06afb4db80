import { followInCopies, followWithoutPatch } from './contributing.fixture.ts'

followInCopies('add-an-indicator')
followWithoutPatch('add-an-indicator')
