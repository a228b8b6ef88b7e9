// Draws each growth chart from the table under it, so that chart and table cannot differ.
(function () {
  "use strict";
  var published = "公布值";
  var computed = "计算值";
  var merged = "合并月份";
  var broken = "不可比";
  var family = getComputedStyle(document.body).fontFamily;

  function figure(row, cell) {
    var value = Number(row.querySelector(cell).textContent);
    return Number.isFinite(value) ? value : null;
  }

  function points(table) {
    return Array.from(table.tBodies[0].rows).map(function (row) {
      return {
        end: row.dataset.end,
        label: row.cells[0].firstChild.textContent,
        months: 12 * Number(row.dataset.end.slice(0, 4)) + Number(row.dataset.end.slice(5, 7)),
        published: figure(row, ".published"),
        computed: figure(row, ".computed"),
        note: row.cells[4].textContent,
        isMerged: row.dataset.merged === "true",
        isComparable: row.dataset.comparable === "true"
      };
    });
  }

  // A period that no row stands for must leave a hole in the line, not be bridged by it.
  function withHoles(all) {
    var steps = all.slice(1).map(function (point, i) { return point.months - all[i].months; });
    var step = Math.min.apply(null, steps);
    return all.reduce(function (filled, point, i) {
      var allowed = point.isMerged ? 2 * step : step;
      if (i > 0 && steps[i - 1] > allowed) {
        filled.push({ label: "缺", published: null, computed: null, note: "没有数据", isMerged: false, isComparable: true });
      }
      return filled.concat(point);
    }, []);
  }

  // 2017年1—2月 is 17年1—2月 under the axis, where room is short.
  function short(label) {
    return label.length > 5 ? label.slice(2) : label;
  }

  function line(name, color, width, type, symbol, data) {
    return {
      name: name, type: "line", data: data, symbol: symbol, symbolSize: 5, showSymbol: true,
      connectNulls: false, color: color, lineStyle: { width: width, type: type }, animation: false
    };
  }

  function marks(name, color, symbol, size, data) {
    return {
      name: name, type: "scatter", data: data, symbol: symbol, symbolSize: size, z: 5, animation: false,
      itemStyle: { color: "#ffffff", borderColor: color, borderWidth: 2 }
    };
  }

  function option(all) {
    function pairs(value) {
      return all.map(function (point, i) { return [i, value(point)]; });
    }
    function shown(point) {
      return point.published === null ? point.computed : point.published;
    }
    function known(data) {
      return data.filter(function (pair) { return pair[1] !== null; });
    }
    var series = [
      line(published, "#7fabd3", 4, "solid", "circle", pairs(function (p) { return p.published; })),
      line(computed, "#9c4f00", 1.5, "dashed", "rect", pairs(function (p) { return p.isComparable ? p.computed : null; })),
      marks(merged, "#14365c", "diamond", 11, known(pairs(function (p) { return p.isMerged ? shown(p) : null; }))),
      marks(broken, "#b3261e", "triangle", 11, known(pairs(function (p) { return p.isComparable ? null : p.computed; })))
    ].filter(function (one) {
      return one.data.some(function (pair) { return pair[1] !== null; });
    });
    return {
      textStyle: { fontFamily: family, color: "#1c2733" },
      grid: { left: 48, right: 16, top: 40, bottom: 28 },
      legend: { top: 0, left: 0, itemGap: 16, itemWidth: 20, itemHeight: 9, data: series.map(function (one) { return one.name; }) },
      xAxis: {
        type: "category", data: all.map(function (point) { return short(point.label); }), boundaryGap: true,
        axisLabel: { hideOverlap: true, color: "#4d5b69" }, axisTick: { alignWithLabel: true },
        axisLine: { onZero: false, lineStyle: { color: "#8a96a3" } }
      },
      yAxis: {
        type: "value", scale: true, axisLabel: { color: "#4d5b69", formatter: "{value}%" },
        splitLine: { lineStyle: { color: "#e3e8ed" } }
      },
      tooltip: {
        trigger: "axis", renderMode: "richText", confine: true, backgroundColor: "#ffffff", borderColor: "#8a96a3",
        textStyle: { color: "#1c2733", fontSize: 13 },
        formatter: function (hits) {
          var point = all[hits[0].value[0]];
          var words = [point.label];
          words.push(published + " " + (point.published === null ? "—" : point.published.toFixed(1) + "%"));
          words.push(computed + " " + (point.computed === null ? "—" : point.computed.toFixed(1) + "%"));
          if (point.note) { words.push(point.note); }
          return words.join("\n");
        }
      },
      series: series
    };
  }

  document.querySelectorAll(".plot").forEach(function (plot) {
    var chart = echarts.init(plot, null, { renderer: "canvas" });
    chart.setOption(option(withHoles(points(plot.parentElement.querySelector("table.points")))));
    new ResizeObserver(function () { chart.resize(); }).observe(plot);
  });
})();
