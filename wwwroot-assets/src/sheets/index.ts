import './sheets.css';

export { mount } from './frame';

document.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('[data-print]')) {
    print();
  }
});
