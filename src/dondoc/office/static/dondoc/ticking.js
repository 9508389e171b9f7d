// "Chọn tất cả trang này" ticks the rows at once; without this script its link does.
document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-tick-all]")) return;
  event.preventDefault();
  const boxes = [...document.querySelectorAll(".dd-tick")];
  const on = boxes.some((box) => !box.checked);
  for (const box of boxes) box.checked = on;
});
