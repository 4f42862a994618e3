export { attach } from './dropZone';
