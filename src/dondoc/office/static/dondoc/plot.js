// Draws the plot of an indicator's page: plan a line, actual bars, estimates hatched, last year pale; saves it as PNG.

const box = document.getElementById("plot");
const data = JSON.parse(document.getElementById("plot-data").textContent);
let plot;

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--dd-${name}`).trim();
const hatch = () => ({ symbol: "rect", dashArrayX: [1, 0], dashArrayY: [3, 3], rotation: -Math.PI / 4, color: colour("surface") });
const written = (value) => value.toLocaleString("vi-VN", { maximumFractionDigits: 2 });

function options() {
  const { now, estimate, last, plan } = box.dataset;
  const ink = colour("ink");
  const bar = (point) => point && point.value;
  const series = [
    { name: now, type: "bar", data: data.now.map((p) => (p && !p.estimate ? bar(p) : null)), itemStyle: { color: colour("accent") }, barGap: "-100%", z: 3 },
    { name: estimate, type: "bar", data: data.now.map((p) => (p?.estimate ? bar(p) : null)), itemStyle: { color: colour("accent"), decal: hatch() }, barGap: "-100%", z: 3 },
  ];
  if (!data.now.some((p) => p?.estimate)) series.pop();
  if (data.lastYear) {
    series.push({ name: last, type: "bar", data: data.lastYear.map((p) => bar(p)), itemStyle: { color: colour("line"), borderColor: colour("line-strong"), borderWidth: 1 }, barWidth: "70%", z: 1 });
    for (const each of series.slice(0, -1)) each.barWidth = "40%";
  } else for (const each of series) each.barWidth = "50%";
  if (data.plan !== null) {
    series.push({ name: plan, type: "line", data: data.periods.map(() => data.plan), symbol: "none", lineStyle: { color: colour("warn"), width: 2, type: "dashed" }, itemStyle: { color: colour("warn") }, z: 4 });
  }
  const words = { [now]: data.now, [estimate]: data.now, [last]: data.lastYear };
  return {
    animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    animationDuration: 300,
    textStyle: { fontFamily: colour("sans"), color: ink },
    grid: { left: 8, right: 16, top: box.clientWidth < 520 ? 92 : 56, bottom: 8, containLabel: true },
    legend: { top: 0, left: 0, textStyle: { color: ink }, data: series.map((each) => each.name) },
    tooltip: {
      trigger: "axis",
      renderMode: "richText", // an html tooltip needs inline styles, which the page's policy forbids
      backgroundColor: colour("surface"),
      borderColor: colour("line"),
      textStyle: { color: ink },
      formatter: (points) =>
        [data.periods[points[0].dataIndex]]
          .concat(
            points
              .filter((p) => p.value !== undefined && p.value !== null)
              .map((p) => `${p.seriesName}: ${words[p.seriesName]?.[p.dataIndex]?.words ?? data.planWords}`),
          )
          .join("\n"),
    },
    xAxis: { type: "category", data: data.periods, axisLine: { lineStyle: { color: colour("line-strong") } }, axisTick: { show: false }, axisLabel: { color: colour("ink-soft") } },
    yAxis: { type: "value", name: data.unit, nameTextStyle: { color: colour("ink-soft"), align: "left" }, nameGap: 12, axisLabel: { color: colour("ink-soft"), formatter: written }, splitLine: { lineStyle: { color: colour("line") } } },
    series,
  };
}

function draw() {
  plot?.dispose();
  plot = window.echarts.init(box, null, { renderer: "canvas" });
  plot.setOption(options());
}

function save() {
  const link = document.createElement("a");
  plot.setOption({ title: { text: data.title, left: 0, top: 0, textStyle: { fontSize: 14, color: colour("ink") } }, legend: { top: 26 }, grid: { top: 80 } });
  link.href = plot.getDataURL({ pixelRatio: 2, backgroundColor: colour("surface") });
  link.download = `${box.dataset.file}.png`;
  link.click();
  draw();
}

document.fonts.ready.then(draw);
document.addEventListener("dondoc:theme", draw);
new ResizeObserver(() => plot?.resize()).observe(box);
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-do=png]")) save();
});
