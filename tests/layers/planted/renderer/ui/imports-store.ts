export { useState } from '../store/imports-react.ts';
