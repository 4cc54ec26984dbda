// A few places worth a visit. Coordinates are WGS-84 degrees.
module.exports = [
  { name: 'Shamian Island', zh: '沙面岛', kind: 'walk', latitude: 23.1072, longitude: 113.2442 },
  { name: 'Yuexiu Park', zh: '越秀公园', kind: 'park', latitude: 23.1406, longitude: 113.2603 },
  { name: 'Canton Tower', zh: '广州塔', kind: 'view', latitude: 23.1065, longitude: 113.3245 },
  { name: 'Jingshan Park', zh: '景山公园', kind: 'park', latitude: 39.9251, longitude: 116.3966 },
  { name: 'Nanluoguxiang', zh: '南锣鼓巷', kind: 'walk', latitude: 39.9371, longitude: 116.4034 },
  { name: 'The Bund', zh: '外滩', kind: 'view', latitude: 31.2401, longitude: 121.4905 },
  { name: 'Fuxing Park', zh: '复兴公园', kind: 'park', latitude: 31.2178, longitude: 121.4668 },
  { name: 'West Lake', zh: '西湖', kind: 'walk', latitude: 30.2460, longitude: 120.1480 },
  { name: 'People’s Park', zh: '人民公园', kind: 'park', latitude: 30.6570, longitude: 104.0560 },
  { name: 'Victoria Peak', zh: '太平山顶', kind: 'view', latitude: 22.2759, longitude: 114.1455 },
  { name: 'Hyde Park', zh: '海德公园', kind: 'park', latitude: 51.5073, longitude: -0.1657 },
  { name: 'Central Park', zh: '中央公园', kind: 'park', latitude: 40.7829, longitude: -73.9654 },
  { name: 'Jardin du Luxembourg', zh: '卢森堡公园', kind: 'park', latitude: 48.8462, longitude: 2.3372 },
  { name: 'Ueno Park', zh: '上野公园', kind: 'park', latitude: 35.7156, longitude: 139.7730 }
]
